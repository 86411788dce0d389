/** How many random cases a property is tried on when it does not say so itself: 100, in the long run 5,000. */
if (process.env["LONG_TESTS"] === "1") {
  const { default: fc } = await import("fast-check");
  fc.configureGlobal({ numRuns: 5000, interruptAfterTimeLimit: 300_000, endOnFailure: true });
}
