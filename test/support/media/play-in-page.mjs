// Runs in a page: what a player finds in a recording, its middle and its end included.
globalThis.play = async (url) => {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  // All of it at once: what is asked here is the file, not the server's ranges.
  video.src = URL.createObjectURL(await (await fetch(url)).blob());
  document.body.append(video);
  const happened = (event) => new Promise((resolve, reject) => {
    video.addEventListener(event, resolve, { once: true });
    video.addEventListener('error', () => reject(new Error(`${url}: ${video.error?.message}`)), { once: true });
  });
  await happened('loadedmetadata');
  const { duration, videoWidth: width } = video;
  const goTo = async (seconds) => {
    const found = happened('seeked');
    video.currentTime = seconds;
    await found;
    return video.currentTime;
  };
  const middle = await goTo(duration / 2);
  await goTo(duration - 0.8);
  const ended = happened('ended');
  await video.play();
  await ended;
  return { duration, width, middle, ended: video.currentTime, bytesOfSound: video.webkitAudioDecodedByteCount };
};
