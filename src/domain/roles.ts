/** process.md §1. `starter` and `initiator` exist before the steering group does (decisions.md §1.2). */
export type Role =
  | "starter"
  | "initiator"
  | "steeringChair"
  | "steeringMember"
  | "substitute"
  | "departmentHead"
  | "civilServant"
  | "deputy"
  | "communicator"
  | "registrar"
  | "observer"
  | "admin";
