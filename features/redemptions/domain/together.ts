/** How many redemptions are verified together at most: a page of the list is shorter, and its address must be short. */
export const mostTogether = 50;
