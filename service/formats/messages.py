"""What is said about files that are no .docx: kinds that are not read, and what happened on the way to those that are."""

from service.messages import Message as M

EMPTY = M("empty_file", "Tệp trống (0 byte). Hãy chọn lại tệp.", "The file is empty (0 bytes). Choose it again.")
PASSWORD = M(
    "password",
    "Tệp có đặt mật khẩu. Mở bằng mật khẩu, bỏ mật khẩu, lưu lại rồi gửi lại.",
    "The file is protected by a password. Open it, remove the password, save it and send it again.",
)
IMAGE = M(
    "is_image",
    "Tệp là hình ảnh (bản chụp hoặc quét), không có chữ để đọc. Hãy gửi tệp gốc dạng .docx, .doc, .odt, .rtf hoặc PDF có chữ.",
    "The file is a picture (a photo or scan) and has no text to read. Send the original as .docx, .doc, .odt, .rtf or a PDF with text.",
)
WORKBOOK = M(
    "is_workbook",
    "Tệp là bảng tính, không phải văn bản. Hãy chép bảng vào văn bản Word rồi gửi .docx.",
    "The file is a workbook, no document. Copy the table into a Word document and send that.",
)
SLIDES = M(
    "is_slides",
    "Tệp là bài trình chiếu, không phải văn bản. Hãy gửi văn bản dạng .docx.",
    "The file holds slides, no document. Send the document as .docx.",
)
WEB_PAGE = M(
    "is_web_page",
    "Tệp là trang web (dù tên có thể là .doc). Mở bằng Word và lưu lại dạng .docx.",
    "The file is a web page (whatever its name). Open it in Word and save it as .docx.",
)
PLAIN_TEXT = M(
    "is_plain_text",
    "Tệp chỉ có chữ trơn, không có trình bày của văn bản. Chép vào Word, trình bày và lưu dạng .docx.",
    "The file is plain text without the form of a document. Copy it into Word, give it its form and save it as .docx.",
)
ARCHIVE = M(
    "is_archive",
    "Tệp là tệp nén. Hãy giải nén rồi gửi từng văn bản.",
    "The file is an archive. Unpack it and send each document.",
)
OTHER_OLE = M(
    "not_word",
    "Tệp do chương trình khác tạo ra, không phải văn bản Word. Hãy gửi .docx, .doc, .odt, .rtf hoặc PDF có chữ.",
    "The file was made by another program and is no Word document. Send .docx, .doc, .odt, .rtf or a PDF with text.",
)
DAMAGED = M(
    "damaged_file",
    "Tệp {kind} bị hỏng. Mở bằng chương trình đã tạo ra nó, lưu lại rồi gửi lại.",
    "The {kind} file is damaged. Open it in the program that made it, save it and send it again.",
)
NO_OFFICE = M(
    "office_missing",
    "Máy này chưa cài LibreOffice nên chưa đọc được {kind}. Hãy cài gói libreoffice-writer-nogui, hoặc lưu lại dạng .docx.",
    "LibreOffice is not installed here, so {kind} cannot be read. Install libreoffice-writer-nogui, or save it as .docx.",
)
OFFICE_FAILED = M(
    "office_failed",
    "LibreOffice không mở được tệp {kind} này. Mở bằng Word và lưu lại dạng .docx.",
    "LibreOffice cannot open this {kind} file. Open it in Word and save it as .docx.",
)
OFFICE_SLOW = M(
    "office_slow",
    "LibreOffice chưa mở xong tệp {kind} này sau {seconds} giây. Lưu lại dạng .docx, hoặc tăng cài đặt KEHOACH_PDF_TIMEOUT.",
    "LibreOffice had not opened this {kind} file after {seconds} seconds. Save it as .docx, or raise the setting KEHOACH_PDF_TIMEOUT.",
)
CONVERTED = M(
    "converted",
    "Tệp {kind} được đổi sang .docx bằng LibreOffice rồi mới đọc. Hãy xem lại số tự động và bảng.",
    "The {kind} file was turned into .docx by LibreOffice before it was read. Look over automatic numbers and tables.",
)
FROZEN = M(
    "fields_kept",
    "Có {count} trường tự động (ngày giờ, tên tệp, …): đọc chữ đã lưu trong tệp, không tính lại.",
    "Automatic fields (date, time, file name, …): {count}, read as saved in the file, not computed anew.",
)
MANY_PAGES = M(
    "too_many_pages",
    "PDF có {count} trang, quá giới hạn {limit}. Hãy tách thành từng văn bản.",
    "The PDF has {count} pages, over the limit of {limit}. Split it into single documents.",
)
MANY_LETTERS = M(
    "too_many_letters",
    "PDF có quá {limit} chữ. Hãy tách thành từng văn bản.",
    "The PDF has over {limit} letters. Split it into single documents.",
)
NO_TEXT = M(
    "pdf_without_text",
    "PDF là bản quét, không có lớp chữ nên không đọc được. Hãy gửi tệp gốc (.docx), hoặc nhận dạng chữ (OCR) trước.",
    "The PDF is a scan without a text layer and cannot be read. Send the original (.docx), or recognise its text (OCR) first.",
)
FROM_PDF = M(
    "from_pdf",
    "PDF không ghi đoạn, bảng, danh sách: chúng được suy ra từ vị trí của chữ. Hãy xem lại chỗ xuống dòng và bảng.",
    "A PDF holds no paragraphs, tables or lists: they were inferred from where the letters stand. Look over line ends and tables.",
)
PAGES_WITHOUT_TEXT = M(
    "pages_without_text",
    "{count} trang không có chữ (có thể là ảnh quét) không đọc được.",
    "Pages without text (perhaps scans), which cannot be read: {count}.",
)
