/** The people who made a list of awards and decided that it is issued. */
export type Makers = {
  readonly createdBy: string | null;
  readonly proposedBy: string | null;
  readonly publishedBy: string | null;
};

/** Returns whether an officer may resolve an objection to a row: not one who uploaded, proposed or published its list. */
export const mayResolveListed = (list: Makers, userId: string): boolean =>
  list.createdBy !== userId && list.proposedBy !== userId && list.publishedBy !== userId;
