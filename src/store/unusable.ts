/** The database cannot be used as it is; says which file or address, why, and what to do. */
export class StoreUnusable extends Error {
  override readonly name = "StoreUnusable";
  /** Holds paths, codes and ids only. */
  readonly loggable = true;
  /** The fault in a few words that name no path and no host, for whoever asks whether the bot is well. */
  readonly reason: string | undefined;

  constructor(message: string, { reason, ...options }: ErrorOptions & { reason?: string } = {}) {
    super(message, options);
    this.reason = reason;
  }
}
