import { deviceFaults, DeviceFault, faultOf } from './device-fault.js';

const thrown = (name: string) => Object.assign(new Error('from the browser'), { name });

describe('a camera or microphone that cannot be had', () => {
  it('is told apart: none there, denied, in use, not allowed here, and what nobody knows', () => {
    const kindOf = (name: string) => faultOf(thrown(name), 'microphone', true).kind;
    expect(['NotFoundError', 'NotAllowedError', 'NotReadableError', 'SecurityError', 'TypeError'].map(kindOf)).toEqual(['none', 'denied', 'in_use', 'not_here', 'other']);
    expect(faultOf(thrown('NotAllowedError'), 'microphone', false).kind).toBe('not_here');
    expect(faultOf('nothing we know', 'camera', true).kind).toBe('other');
  });

  it('has a sentence of its own for each reason, which names the device', () => {
    const said = deviceFaults.map((kind) => new DeviceFault(kind, 'camera and microphone').says);
    expect(new Set(said).size).toBe(deviceFaults.length);
    expect(new DeviceFault('none', 'camera and microphone').says).toContain('neither a camera nor a microphone');
    expect(new DeviceFault('in_use', 'microphone').says).toContain('using the microphone');
  });
});
