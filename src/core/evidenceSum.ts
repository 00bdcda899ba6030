import { type Evidence, mergeEvidence } from "./evidence.js";

/**
 * Adds up the evidence of many images, in the order given.
 *
 * Partial sums of 1, 2, 4 … images are kept, as the digits of a binary counter: merging costs what is merged, so adding
 * to one ever-growing sum would take quadratic time. How the sums associate depends on the number of images only, so the
 * result does not depend on which worker was faster.
 */
export class EvidenceSum {
  /** Sums of 2^i images, oldest in the highest place. */
  private readonly digits: Array<Evidence | null> = [];

  add(evidence: Evidence): void {
    let carry: Evidence = evidence;
    let place = 0;
    for (let digit = this.digits[place]; digit; digit = this.digits[place]) {
      carry = mergeEvidence(digit, carry);
      this.digits[place++] = null;
    }
    this.digits[place] = carry;
  }

  /** The sum of all that was added; null for none. */
  total(): Evidence | null {
    return this.digits.reduce<Evidence | null>(
      (sum, digit) => (digit && sum ? mergeEvidence(digit, sum) : (digit ?? sum)),
      null,
    );
  }
}
