/**
 * The place a client has read to. What cannot be read counts as the beginning: an error would end a
 * client's polling for good, and a message seen twice is known again by its id.
 */
export function readWatermark(text: string | null): number {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
