import Big from 'big.js';

// A money amount never needs more; a quotient (price per piece) is rounded by its caller.
Big.DP = 20;
Big.RM = Big.roundHalfUp;

export { Big };
