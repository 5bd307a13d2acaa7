"""What is said about an upload, each case its own sentence with what to do."""

from service.messages import Message as M

NONE_CHOSEN = M("no_upload", "Chưa chọn tệp. Hãy chọn một tệp: {kinds}.", "No file was chosen. Choose a file: {kinds}.")
EMPTY_UPLOAD = M(
    "empty_upload",
    "Tệp đã chọn không có nội dung (0 byte). Hãy chọn lại tệp.",
    "The chosen file is empty (0 bytes). Choose it again.",
)
BIG_UPLOAD = M(
    "upload_too_large",
    "Tệp đã chọn phải nhỏ hơn {limit}. Hãy bỏ bớt hình ảnh rồi lưu lại.",
    "The chosen file must be smaller than {limit}. Take pictures out and save it again.",
)
NO_FORM = M(
    "no_form",
    "Tệp đã chọn phải là biểu mẫu Excel (.xlsx), JSON hoặc CSV. Hãy tải biểu mẫu trắng về, điền vào rồi tải lên.",
    "The chosen file must be the Excel form (.xlsx), JSON or CSV. Download the blank form, fill it in and upload it.",
)
IS_DOCUMENT = M(
    "form_is_document",
    "Tệp đã chọn là một văn bản, không phải biểu mẫu. Hãy tải lên ở trang “Tải kế hoạch cũ lên”.",
    "The chosen file is a document, not the form. Upload it on the page “Upload a past plan”.",
)
OLD_WORKBOOK = M(
    "old_workbook",
    "Tệp đã chọn là bảng tính dạng cũ hoặc dạng khác (.xls, .ods). Mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.",
    "The chosen file is a workbook of an old or other kind (.xls, .ods). Open it in Excel, save it as .xlsx and upload that.",
)
DAMAGED_FORM = M(
    "damaged_form",
    "Tệp đã chọn bị hỏng. Mở bằng Excel, lưu lại rồi tải lên.",
    "The chosen file is damaged. Open it in Excel, save it again and upload that.",
)
JSON_BROKEN = M(
    "json_broken",
    "Tệp JSON bị lỗi ({why}). Sửa chỗ đó rồi tải lên; hoặc dùng biểu mẫu Excel.",
    "The JSON file is broken ({why}). Mend it there and upload it; or use the Excel form.",
)
JSON_NO_PLAN = M(
    "json_no_plan",
    "Tệp JSON không phải một kế hoạch. Hãy xem tệp mẫu ke-hoach-mau.json.",
    "The JSON file is no plan. Look at the sample ke-hoach-mau.json.",
)
FORM_READ = M(
    "form_read",
    "Đã đọc “{name}”. Xem lại, sửa nếu cần, rồi bấm “Xem văn bản”.",
    "“{name}” was read. Look it over, mend what needs it, then press “See the document”.",
)
NO_LETTERS = M(
    "no_letters",
    "Tệp đã chọn không có chữ nào để đọc: trang trắng, hoặc chỉ có hình ảnh (bản quét). Hãy chọn tệp gốc có chữ.",
    "The chosen file has no letters to read: blank pages, or pictures only (a scan). Choose the original with its text.",
)
NO_PICTURES = M(
    "no_pictures",
    "Không chụp được các trang của tệp này; dưới đây là chữ đọc được.",
    "The pages of this file could not be drawn; below is the text that was read.",
)
NO_OFFICE_PICTURES = M(
    "no_pictures_without_office",
    "Máy chủ chưa cài LibreOffice nên không chụp được các trang; dưới đây là chữ đọc được.",
    "LibreOffice is not installed on the server, so the pages cannot be drawn; below is the text that was read.",
)
