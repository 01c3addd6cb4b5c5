import { chooseContainer } from './container.js';

const browser = (...contentTypes: string[]) => (asked: string): boolean => contentTypes.includes(asked);

describe('the container of a recording', () => {
  it('is WebM where the browser writes it, and MP4 where that is all there is', () => {
    expect(chooseContainer('video', browser('video/mp4', 'video/webm', 'video/webm;codecs=vp8,opus'))).toEqual({ contentType: 'video/webm;codecs=vp8,opus' });
    expect(chooseContainer('video', browser('video/mp4', 'audio/mp4'))).toEqual({ contentType: 'video/mp4' });
    expect(chooseContainer('audio', browser('video/mp4', 'audio/mp4'))).toEqual({ contentType: 'audio/mp4' });
  });

  it('is none where the browser can record nothing, so that the page can say so', () => {
    expect(chooseContainer('video', browser('audio/webm'))).toBeNull();
    expect(chooseContainer('audio')).toBeNull();
  });
});
