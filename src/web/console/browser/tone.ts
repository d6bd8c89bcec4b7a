export type Tone = 'danger' | 'soft';

/** Hertz and seconds of each note: two calm ones, or three that cannot be taken for them. */
const NOTES: Readonly<Record<Tone, readonly (readonly [number, number])[]>> = {
  soft: [
    [660, 0.12],
    [880, 0.18],
  ],
  danger: [
    [988, 0.16],
    [740, 0.16],
    [988, 0.3],
  ],
};

/** Plays short tones. Browsers allow that only after the first key or click on the page. */
export function createTones(): (tone: Tone) => void {
  let audio: AudioContext | null = null;
  const allow = () => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, allow, { once: true });
  return (tone) => {
    if (audio === null) return;
    let at = audio.currentTime;
    for (const [hertz, seconds] of NOTES[tone]) {
      const note = audio.createOscillator();
      const volume = audio.createGain();
      note.frequency.value = hertz;
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.18, at + 0.02);
      volume.gain.linearRampToValueAtTime(0, at + seconds);
      note.connect(volume).connect(audio.destination);
      note.start(at);
      note.stop(at + seconds);
      at += seconds + 0.04;
    }
  };
}
