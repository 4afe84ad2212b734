import { loadPassageFits } from '../models/passage-fits';
import { serve } from '../processes/serve';
import { prepare } from './prepare';
import { prepareRequestSchema } from './prepared';

/** The entry of a reader worker: `reader-worker.js MODEL_FOLDER`. */
const [, , modelFolder = ''] = process.argv;

/** Buffers stand outside V8's heap: a compressed file that unfolds without end stops here. */
const residentLimit = 3 * 1024 ** 3;

const passageFits = await loadPassageFits(modelFolder);

serve(
  (body) => prepareRequestSchema.parse(body),
  (request) => prepare(request, passageFits),
  { residentLimit },
);
