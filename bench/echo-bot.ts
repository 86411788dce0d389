import { readConfig } from "../src/config.ts";
import { createLog } from "../src/log.ts";
import { createTeamsApp } from "../src/teams/sdk.ts";

/**
 * The least a bot can do behind the same front door, on the same SDK: every press is answered with one small card. It
 * decides nothing, keeps nothing and draws nothing.
 */
const CARD = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text: "Echo", wrap: true }],
};

const config = readConfig(process.env);
const teams = createTeamsApp({ config, log: createLog({ level: config.logLevel }) });
const answer = { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: CARD };
// The SDK types the answer of each route by its name; this one route answers them all.
teams.app.on("activity", async () => answer as never);
await teams.start(config.port);
console.log(JSON.stringify({ ready: `http://${config.host}:${teams.adapter.port}` }));
process.on("SIGTERM", () => void teams.stop().then(() => process.exit(0)));
