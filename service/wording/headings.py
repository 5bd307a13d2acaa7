"""The headings that stand on every document, as they are to be written (PL1.II.1; HD 36 point 1.1)."""

from __future__ import annotations

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
TIEU_DE_DANG = "ĐẢNG CỘNG SẢN VIỆT NAM"
