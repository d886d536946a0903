/** The size of a picture in pixels, out of its first bytes; `null` for what is no PNG, GIF or JPEG. */
export function sizeOf(data: Uint8Array): { width: number; height: number } | null {
  const at = (index: number) => data[index] ?? 0;
  const big = (index: number, bytes: number) =>
    Array.from({ length: bytes }, (_, i) => at(index + i)).reduce((sum, byte) => sum * 256 + byte, 0);
  const little = (index: number) => at(index) + at(index + 1) * 256;
  const found =
    big(0, 4) === 0x89504e47
      ? { width: big(16, 4), height: big(20, 4) }
      : big(0, 4) === 0x47494638
        ? { width: little(6), height: little(8) }
        : big(0, 3) === 0xffd8ff
          ? jpegSize()
          : null;
  return found && found.width > 0 && found.height > 0 ? found : null;

  /** In the first frame header; what comes before tells its own length. */
  function jpegSize(): { width: number; height: number } | null {
    for (let index = 2; index + 9 < data.length && at(index) === 0xff;) {
      const marker = at(index + 1);
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
        return { width: big(index + 7, 2), height: big(index + 5, 2) };
      index += 2 + Math.max(2, big(index + 2, 2));
    }
    return null;
  }
}
