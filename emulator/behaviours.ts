export type Behaviour = {
  id: string;
  what: string;
  basis: "documented" | "assumed";
  where?: string;
};

export const behaviours: Behaviour[] = [];
