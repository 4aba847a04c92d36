/* The growth loop of economy.growth in C, for the C yardstick: Threefry2x32-20, normal quantile by AS 241, growth.
   Only what the compiled kernel does with no tariff news, no bloc and no losses: the same draws, the same numbers. */
#include <math.h>
#include <stdint.h>

#define ROTATE(x, n) (((x) << (n)) | ((x) >> (32 - (n))))
static double unit(uint32_t k0, uint32_t k1, uint32_t c0, uint32_t c1) {
  static const int turns[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  uint32_t k[3] = {k0, k1, k0 ^ k1 ^ 0x1BD11BDAu}, x0 = c0 + k0, x1 = c1 + k1;
  for (int g = 0; g < 5; g++) {
    for (int i = 0; i < 4; i++) { x0 += x1; x1 = ROTATE(x1, turns[g % 2][i]) ^ x0; }
    x0 += k[(g + 1) % 3];
    x1 += k[(g + 2) % 3] + (uint32_t)(g + 1);
  }
  return ((x0 >> 5) * 67108864.0 + (x1 >> 6) + 0.5) / 9007199254740992.0;
}

static double quantile(double u) {
  double q = u - 0.5, r;
  if (fabs(q) <= 0.425) {
    r = 0.180625 - q * q;
    return q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
      + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r
      + 133.14166789178437745) * r + 3.387132872796366608)
      / (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
      + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
      + 42.313330701600911252) * r + 1.0);
  }
  r = sqrt(-log(q < 0 ? u : 1.0 - u));
  double top, low;
  if (r <= 5.0) {
    r -= 1.6;
    top = ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
      + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r
      + 4.6303378461565452959) * r + 1.42343711074968357734;
    low = ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
      + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r
      + 2.05319162663775882187) * r + 1.0;
  } else {
    r -= 5.0;
    top = ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
      + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r
      + 5.4637849111641143699) * r + 6.6579046435011037772;
    low = ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
      + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
      + 0.59983220655588793769) * r + 1.0;
  }
  return q < 0 ? -top / low : top / low;
}

static double clip(double x, double low, double high) { return x < low ? low : x > high ? high : x; }

/* figures: persistence, spread, own spread, doubt of the rival, drift of tariff felt; gdp, ppp are changed in place. */
void growth(int64_t futures, int64_t quarters, int64_t actors, int64_t rival, uint32_t seed, uint32_t common,
            uint32_t own, const double *figures, const double *drift, const double *trend, const double *loading,
            const double *first, const double *first_ppp, double high, double high_ppp, double low, double *gdp) {
  double ppp[64];
  for (int64_t f = 0; f < futures; f++) {
    double shock = 0.0, *g = gdp + f * actors;
    for (int64_t a = 0; a < actors; a++) { g[a] = first[a]; ppp[a] = first_ppp[a]; }
    for (int64_t n = 0; n < quarters; n++) {
      uint32_t time = (uint32_t)(n * 1048576);
      shock = clip(figures[0] * shock + figures[1] * quantile(unit(seed, (uint32_t)f, time, common)), -0.5, 0.5);
      for (int64_t a = 0; a < actors; a++) {
        double yearly = drift[a] + trend[a] * n / 4.0 + (a == rival ? figures[3] : 0.0);
        double change = log(1.0 + yearly) / 4.0 + loading[a] * shock;
        change += figures[2] * quantile(unit(seed, (uint32_t)f, time, own + (uint32_t)a));
        change = clip(change, -0.5, 0.5);
        g[a] = clip(g[a] * exp(change), low, high);
        ppp[a] = clip(ppp[a] * exp(change), low, high_ppp);
      }
    }
  }
}
