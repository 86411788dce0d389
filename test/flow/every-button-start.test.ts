import { pressEveryButton } from "./every-button-lived.ts";
import { firstWeeks } from "./every-button-moments.ts";

pressEveryButton(["started", "answered", "triaged", "triagedOut", "identified"], firstWeeks);
