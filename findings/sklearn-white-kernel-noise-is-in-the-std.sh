#!/usr/bin/env bash
# Package: scikit-learn==1.7.2 (PyPI)
#
# An emulator of a noisy simulator needs the spread of the mean, not that of one more noisy run. Of two ways to say the
# same noise that predict the same mean to the last digits, one gives the first and the other the second:
# GaussianProcessRegressor(kernel + WhiteKernel(v)).predict(..., return_std=True) has v in its spread, also at points of
# the training set, and GaussianProcessRegressor(kernel, alpha=v) has not. History matching that adds the noise of runs
# to the emulator's spread counts it twice with the first, and misses it with the second where it does not.
#
# Seen on 2026-12-01:
#   WhiteKernel: mean 1.025170, std 0.302117;  alpha: mean 1.025170, std 0.035705;  0.302117**2 - 0.035705**2 = 0.09
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/ask.py" <<'PY'
import numpy as np
import sklearn
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, WhiteKernel

NOISE = 0.09
rng = np.random.default_rng(0)
x = np.linspace(0.0, 1.0, 200)[:, None]
y = np.sin(3.0 * x[:, 0]) + np.sqrt(NOISE) * rng.standard_normal(200)
smooth = RBF(0.5, "fixed")
white = GaussianProcessRegressor(smooth + WhiteKernel(NOISE, "fixed"), optimizer=None).fit(x, y)
alpha = GaussianProcessRegressor(smooth, alpha=NOISE, optimizer=None).fit(x, y)
answers = {name: model.predict(x[100:101], return_std=True) for name, model in {"white": white, "alpha": alpha}.items()}
for name, (mean, std) in answers.items():
    print(f"scikit-learn {sklearn.__version__}  {name:<6} mean {mean[0]:.6f}  std {std[0]:.6f}")
(mean_white, std_white), (mean_alpha, std_alpha) = answers["white"], answers["alpha"]
assert abs(mean_white[0] - mean_alpha[0]) < 1e-6, answers
assert abs(std_white[0] ** 2 - std_alpha[0] ** 2 - NOISE) < 1e-6, answers
PY
python3 -m venv "$work/env"
"$work/env/bin/pip" install -q --disable-pip-version-check --only-binary :all: scikit-learn==1.7.2
"$work/env/bin/python" "$work/ask.py"
echo "unchanged: noise said by WhiteKernel is in the predicted spread, noise said by alpha is not"
