import { createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, identifier, integer, moment, nothing, octets, sequence, set, tagged, words, yes } from './der.js';

/** What a signature of a paper says about who signed. */
export interface X509Names {
  readonly issuer: Buffer;
  readonly serial: Buffer;
}

const SHA256_WITH_RSA = sequence(identifier('1.2.840.113549.1.1.11'), nothing);
const COMMON_NAME = '2.5.4.3';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
// Digital signature and non-repudiation, the two highest of the eight bits.
const SIGNS_DOCUMENTS = bits(Buffer.from([0xc0]), 6);
const YEARS = 20;
const SERIAL_BYTES = 16;
// X.520 allows no more in a common name.
const MOST_LETTERS = 64;

/** A certificate (X.509 version 3, DER) in which a key vouches for itself: it says who signed a paper, and nobody above vouches for that. */
export function selfSigned(key: KeyObject, name: string, from: Date): Buffer {
  const until = new Date(from);
  until.setUTCFullYear(from.getUTCFullYear() + YEARS);
  // Positive, and never shorter than it looks.
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(SERIAL_BYTES - 1)]);
  const who = nameOf(name);
  const extensions = sequence(
    sequence(identifier(BASIC_CONSTRAINTS), yes, octets(sequence())),
    sequence(identifier(KEY_USAGE), yes, octets(SIGNS_DOCUMENTS)),
  );
  const statement = sequence(
    tagged(0, integer(Buffer.from([2]))), integer(serial), SHA256_WITH_RSA, who, sequence(moment(from), moment(until)), who,
    createPublicKey(key).export({ type: 'spki', format: 'der' }), tagged(3, extensions),
  );
  return sequence(statement, SHA256_WITH_RSA, bits(sign('sha256', statement, key)));
}

/** Issuer and serial number as they stand in a certificate of ours: second and fourth of the statement, after its version. */
export function namesIn(x509: Buffer): X509Names {
  const statement = partsOf(partsOf(x509)[0] ?? Buffer.alloc(0));
  const [, serial, , issuer] = statement;
  if (!serial || !issuer) throw new Error('This is no certificate of ours');
  return { issuer, serial };
}

const nameOf = (name: string): Buffer => sequence(set(sequence(identifier(COMMON_NAME), words(name.slice(0, MOST_LETTERS)))));

/** The elements inside of one element. */
function partsOf(element: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = headOf(element); at < element.length;) {
    const end = at + headOf(element.subarray(at)) + lengthAt(element.subarray(at));
    parts.push(element.subarray(at, end));
    at = end;
  }
  return parts;
}

const headOf = (element: Buffer): number => ((element[1] ?? 0) < 0x80 ? 2 : 2 + ((element[1] ?? 0) & 0x7f));
const lengthAt = (element: Buffer): number => ((element[1] ?? 0) < 0x80 ? (element[1] ?? 0) : element.readUIntBE(2, (element[1] ?? 0) & 0x7f));
