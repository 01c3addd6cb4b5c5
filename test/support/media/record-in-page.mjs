// Runs in the page that records the samples; answers with the chunks as they came, in base64, or null where the browser cannot.
globalThis.record = async ({ type, tracks = 'both', seconds = 4 }) => {
  if (!MediaRecorder.isTypeSupported(type)) return null;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: tracks !== 'video', video: tracks !== 'audio' });
  if (tracks === 'muted') stream.getAudioTracks().forEach((track) => (track.enabled = false));
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: 120_000, audioBitsPerSecond: 32_000, videoKeyFrameIntervalDuration: 1000 });
  const chunks = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data.arrayBuffer().then((buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))));
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start(1000);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  recorder.stop();
  await stopped;
  stream.getTracks().forEach((track) => track.stop());
  return Promise.all(chunks);
};
