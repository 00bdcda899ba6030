import { FormatError } from "../image.js";

/** Says of a refusal which file it is about. */
export function blame<Result>(side: "truth" | "prediction", read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof FormatError ? new FormatError(error.message, error.remedy, side) : error;
  }
}
