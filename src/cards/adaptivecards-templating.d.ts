/**
 * What we use of adaptivecards-templating. Its own typings are `any`, and lead the type check into the renderer's source.
 */
export class Template {
  constructor(layout: object);
  /** A new card; strings of the data stand in it as they are. */
  expand(context: { readonly $root: unknown }): unknown;
}
export class GlobalSettings {
  /** What stands for a field the data lacks. */
  static getUndefinedFieldValueSubstitutionString: (path: string) => string;
}
