"""What the docx layer refuses, and what it notes while reading."""

from service.messages import Message as M

NOT_ZIP = M(
    "not_docx",
    "Tệp không phải là tài liệu Word .docx. Mở bằng Word và lưu lại dạng .docx.",
    "The file is no Word .docx. Open it in Word and save it as .docx.",
)
OLD_DOC = M(
    "old_or_encrypted",
    "Tệp là .doc cũ hoặc có đặt mật khẩu. Bỏ mật khẩu hoặc lưu lại dạng .docx.",
    "The file is an old .doc or password protected. Remove the password or save it as .docx.",
)
ENCRYPTED = M(
    "encrypted_member",
    "Tệp có phần bị mã hóa. Bỏ mật khẩu rồi gửi lại.",
    "Part of the file is encrypted. Remove the password and send it again.",
)
DAMAGED = M(
    "damaged_zip",
    "Tệp bị hỏng ({what}). Mở bằng Word, lưu lại rồi gửi lại.",
    "The file is damaged ({what}). Open it in Word, save it and send it again.",
)
BAD_NAME = M(
    "unsafe_member_name",
    "Tệp có phần mang tên không an toàn (đường dẫn ra ngoài). Mở bằng Word và lưu lại.",
    "A member of the file has an unsafe name (a path to elsewhere). Open it in Word and save it again.",
)
REPEATED_NAME = M(
    "repeated_member",
    "Tệp có hai phần cùng tên “{name}”, không rõ phần nào là thật. Mở bằng Word và lưu lại.",
    "The file has two members called “{name}”, so that it cannot be told which is meant. Open it in Word and save it again.",
)
BAD_METHOD = M(
    "unknown_compression",
    "Tệp dùng cách nén mà Word không dùng. Mở bằng Word và lưu lại.",
    "The file uses a compression that Word does not. Open it in Word and save it again.",
)
MANY_MEMBERS = M(
    "too_many_members",
    "Tệp có {count} phần, quá giới hạn {limit} (cài đặt KEHOACH_MEMBER_LIMIT).",
    "The file has {count} members, over the limit of {limit} (setting KEHOACH_MEMBER_LIMIT).",
)
BIG_PART = M(
    "part_too_large",
    "Một phần XML của tệp lớn {size} byte, quá giới hạn {limit} (cài đặt KEHOACH_PART_LIMIT).",
    "An XML part has {size} bytes, over the limit of {limit} (setting KEHOACH_PART_LIMIT).",
)
BIG_TOTAL = M(
    "unpacked_too_large",
    "Tệp giải nén ra {size} byte, quá giới hạn {limit} (cài đặt KEHOACH_UNPACKED_LIMIT).",
    "Unpacked, the file has {size} bytes, over the limit of {limit} (setting KEHOACH_UNPACKED_LIMIT).",
)
BIG_FILE = M(
    "file_too_large",
    "Tệp lớn {size} byte, quá giới hạn {limit} (cài đặt KEHOACH_FILE_LIMIT).",
    "The file has {size} bytes, over the limit of {limit} (setting KEHOACH_FILE_LIMIT).",
)
MANY_ELEMENTS = M(
    "too_many_elements",
    "Tài liệu có quá {limit} phần tử (cài đặt KEHOACH_ELEMENT_LIMIT).",
    "The document has over {limit} elements (setting KEHOACH_ELEMENT_LIMIT).",
)
MANY_ROWS = M(
    "too_many_rows",
    "Tài liệu có quá {limit} hàng bảng (cài đặt KEHOACH_ROW_LIMIT).",
    "The document has over {limit} table rows (setting KEHOACH_ROW_LIMIT).",
)
DTD = M(
    "dtd_refused",
    "Tệp có khai báo DTD, không an toàn. Mở bằng Word và lưu lại.",
    "The file declares a DTD, which is unsafe. Open it in Word and save it again.",
)
MACROS = M(
    "macros_refused",
    "Tệp có macro. Lưu lại dạng .docx không có macro.",
    "The file has macros. Save it as .docx without macros.",
)
BAD_XML = M(
    "bad_xml",
    "Phần {part} của tệp không phải XML đúng. Mở bằng Word và lưu lại.",
    "Part {part} of the file is not well-formed XML. Open it in Word and save it again.",
)
NO_DOCUMENT = M(
    "no_document_part",
    "Tệp không có nội dung văn bản Word. Mở bằng Word và lưu lại dạng .docx.",
    "The file holds no Word document. Open it in Word and save it as .docx.",
)

TRACKED = M(
    "tracked_changes",
    "Văn bản có {count} chỗ sửa đổi theo dõi: đọc như đã chấp nhận.",
    "Tracked changes in the document: {count}, read as accepted.",
)
HIDDEN = M("hidden_text", "Văn bản có chữ ẩn: không đọc.", "The document has hidden text: not read.")
PICTURE = M("picture", "Có hình ảnh không đọc được thành dữ liệu.", "A picture cannot be read as data.")
EMBEDDED = M("embedded_content", "Có nội dung nhúng không đọc.", "Embedded content is not read.")
