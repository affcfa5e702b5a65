import { kmeans } from 'ml-kmeans';
import { seededRandom } from '../../src/core/seeded-random';
import { kMeans } from '../../src/learn/k-means';
import { serve, timed } from './serve';

const DIMENSIONS = 6;
const CLUSTERS = 5;
let points = new Float64Array();
let rows: number[][] = [];
let start = new Float64Array();

serve({
  /** Customers as they lie: no clear lumps, activity running through everything. */
  setup({ customers }: { customers: number }) {
    const random = seededRandom(3);
    const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    points = new Float64Array(customers * DIMENSIONS);
    for (let i = 0; i < customers; i++) {
      const activity = gauss();
      points.set(
        [
          Math.log1p(3 * Math.exp(0.8 * activity)),
          4 + 0.6 * activity + 0.8 * gauss(),
          -Math.log(1 - random()) * (2 - Math.tanh(activity)),
          random() < 0.3 ? 1 + 0.3 * gauss() : 0,
          0.5 * activity + gauss(),
          3 * random() * random(),
        ],
        i * DIMENSIONS,
      );
    }
    start = points.slice(0, CLUSTERS * DIMENSIONS);
    rows = Array.from({ length: customers }, (_, i) => [
      ...points.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS),
    ]);
  },
  ours: () => timed(() => [...kMeans(points, DIMENSIONS, start).centres]),
  mlKmeans: () =>
    timed(() =>
      kmeans(rows, CLUSTERS, {
        initialization: rows.slice(0, CLUSTERS),
        tolerance: 0,
        maxIterations: 300,
      }).centroids.flat(),
    ),
});
