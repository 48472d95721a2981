import { startWorker, type WorkerOptions } from "@/lib/delivery/worker";
import { log } from "@/lib/log";

const options = JSON.parse(process.argv[2] ?? "{}") as WorkerOptions;
log.level = "silent";
startWorker(options);
process.stdout.write("at work\n");
