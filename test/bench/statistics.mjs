/** Of a list of numbers, or `null` of none. */
export function median(values) {
  return quantile(values, 0.5);
}

export function quantile(values, share) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

/** How a cost grows: the slope of its logarithm over that of the size. 0 does not grow, 1 grows in proportion. */
export function exponent(sizes, costs) {
  const xs = sizes.map(Math.log);
  const ys = costs.map(Math.log);
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [x, y] = [mean(xs), mean(ys)];
  const up = xs.reduce((sum, one, i) => sum + (one - x) * (ys[i] - y), 0);
  return up / xs.reduce((sum, one) => sum + (one - x) ** 2, 0);
}
