"""What can be wrong with a payload, in both languages, each saying what to write instead."""

from service.messages import Message as M

NOT_JSON = M(
    "not_json",
    "Nội dung gửi không phải JSON đúng ({why}). Sửa chỗ đó rồi gửi lại.",
    "The body is not JSON ({why}). Mend it and send it again.",
)
WRONG_TYPE = M(
    "wrong_type",
    "Cần {wanted}, nhưng nhận được {found}. Hãy ghi {wanted}.",
    "This must be {wanted}, not {found}. Write {wanted}.",
)
UNKNOWN_KEY = M("unknown_key", "Không có trường “{key}”. {hint}", "There is no field “{key}”. {hint}")
REQUIRED = M("required", "Thiếu trường “{wanted}”. Hãy thêm trường đó.", "The field “{wanted}” is missing. Add it.")
EMPTY = M(
    "empty",
    "Trường này trống. Hãy ghi nội dung, hoặc bỏ mục này đi.",
    "This is empty. Write the text, or leave the entry out.",
)
CONTROL = M(
    "control_character",
    "Có ký tự điều khiển {character} không in được. Hãy xóa ký tự đó.",
    "The control character {character} cannot be printed. Delete it.",
)
TOO_LONG = M(
    "too_long",
    "Dài {length} ký tự, quá giới hạn {limit}. Hãy rút ngắn.",
    "This has {length} characters, over the limit of {limit}. Shorten it.",
)
TOO_DEEP = M(
    "too_deep",
    "Mục lồng nhau quá {limit} cấp. Hãy bớt cấp.",
    "Sections are nested over {limit} levels deep. Use fewer levels.",
)
TOO_MANY = M(
    "too_many",
    "Có {count} phần tử, quá giới hạn {limit}. Hãy chia nhỏ.",
    "There are {count} entries, over the limit of {limit}. Divide them.",
)
TOO_MANY_COLUMNS = M(
    "too_many_columns",
    "Bảng có {count} cột “khac” khác nhau, quá giới hạn {limit}. Hãy dùng chung tên cột giữa các hàng, hoặc tách bảng.",
    "The table has {count} different “khac” columns, over the limit of {limit}. Share headings between rows, or divide the table.",
)
BAD_DATE = M(
    "bad_date",
    "“{value}” không phải ngày có thật. Hãy ghi YYYY-MM-DD (hoặc DD/MM/YYYY); để trống ngày thì ghi YYYY-MM hoặc YYYY.",
    "“{value}” is no real date. Write YYYY-MM-DD (or DD/MM/YYYY); YYYY-MM or YYYY leave the day open.",
)
BAD_NUMBER = M(
    "bad_number",
    "“{value}” không phải số văn bản. Hãy ghi chữ số, có thể thêm chữ cái (02, 4a); phần sau dấu / ghi ở ky_hieu.",
    "“{value}” is no document number. Write digits, perhaps a letter (02, 4a); what follows the / goes to ky_hieu.",
)
BAD_CHOICE = M(
    "bad_choice",
    "{value} không dùng được. Hãy chọn một trong: {choices}.",
    "{value} cannot be used. Choose one of: {choices}.",
)
SPANS = M(
    "bad_span",
    "Ô gộp chồng lên nhau hoặc vượt ra ngoài bảng. Hãy sửa cot, hang của ô.",
    "Merged cells overlap or reach outside the table. Mend cot and hang of the cell.",
)
NO_CELL = M(
    "row_covered",
    "Hàng này không có ô nào. Hãy ghi ít nhất một ô.",
    "This row has no cell of its own. Write at least one.",
)
REPEATED = M(
    "repeated_heading",
    "Hai cột “khac” trùng tên “{value}”. Hãy đặt tên khác nhau.",
    "Two “khac” columns are both called “{value}”. Name them differently.",
)
NO_SIGNER = M(
    "empty_signer",
    "Người ký chưa có gì. Hãy ghi quyen_han, chuc_vu hoặc ho_ten.",
    "This signer has nothing. Write quyen_han, chuc_vu or ho_ten.",
)
