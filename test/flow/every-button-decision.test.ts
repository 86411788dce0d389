import { pressEveryButton } from "./every-button-lived.ts";
import { firstWeeks } from "./stage-moments.ts";

pressEveryButton(["registered", "sentBack", "registeredAnew", "appointed"], firstWeeks);
