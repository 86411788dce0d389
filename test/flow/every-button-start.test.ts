import { pressEveryButton } from "./every-button-lived.ts";
import { firstWeeks } from "./stage-moments.ts";

pressEveryButton(["started", "answered", "triaged", "triagedOut", "identified"], firstWeeks);
