import { pressEveryButton } from "./every-button-lived.ts";
import { firstWeeks } from "./every-button-moments.ts";

pressEveryButton(["registered", "sentBack", "registeredAnew", "appointed"], firstWeeks);
