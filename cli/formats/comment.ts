/** GitHub takes 65,536 characters in a comment. What there is no room for in so many is counted. */
export const COMMENT_ROOM = 60_000;
