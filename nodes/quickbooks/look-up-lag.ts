/**
 * Queries may show a write late. Nobody documents by how much; for this long, nothing is concluded from a document that is not
 * there. What shows later than that is found all the same, later: the notes are read anew every hour, and twins by every run.
 */
export const LOOK_UP_LAG_MS = 5 * 60_000;
