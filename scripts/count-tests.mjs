// Prints "N passed, N failed" from the JSON report of vitest and the status it ended with, alone on a line. Plain
// JavaScript: .ci/run calls it with whatever Node the machine has, also when the tests could not even start.
import { readFileSync } from "node:fs";

const [report, status] = process.argv.slice(2);
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
const brokenFiles = testResults.filter(
  (file) =>
    file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
).length;
const counted = numFailedTests + brokenFiles;
// An error nobody waited for is in no test and not even in the report: the status alone tells of it.
const failed = counted === 0 && status !== "0" ? 1 : counted;
console.log(`${numPassedTests} passed, ${failed} failed`);
