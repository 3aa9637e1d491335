package dev.shardline.pipeline.render;

/// Where things lie inside a processing container. The worker, the dry run and the definition agree
/// on these.
public final class ContainerPaths {
  /// Under which SageMaker puts inputs and takes outputs.
  public static final String PROCESSING = "/opt/ml/processing/";

  /// The configuration.
  public static final String CONFIG = PROCESSING + "input/config";

  /// The configuration's file.
  public static final String CONFIG_FILE = CONFIG + "/shardline.yaml";

  /// The built data set, where a step is given the whole of it. Not below `input`, where a worker
  /// takes every part manifest it finds for its share.
  public static final String DATASET = PROCESSING + "dataset";

  /// Where what was fitted on the train split arrives.
  public static final String FITTED = PROCESSING + "input/fitted";

  /// The file in it.
  public static final String FITTED_FILE = FITTED + "/fitted.json";

  /// The finished run: one folder per split, and `workers`.
  public static final String RUN = PROCESSING + "input/run";

  /// Where a worker writes: one folder per split, and `workers`.
  public static final String OUTPUT = PROCESSING + "output";

  /// Where a worker keeps what is not finished: on the volume, which the image's own disk is not.
  public static final String SCRATCH = PROCESSING + "scratch";

  /// Where a step leaves the JSON document that later steps look into.
  public static final String RESULT = OUTPUT + "/result";

  /// The folder of the evidence that workers leave about themselves.
  public static final String WORKERS = "workers";

  private ContainerPaths() {}

  /// Where the manifests of one split arrive.
  public static String input(String split) {
    return PROCESSING + "input/" + split;
  }

  /// Where the shards of one split are written.
  public static String output(String folder) {
    return OUTPUT + "/" + folder;
  }
}
