package dev.shardline.pipeline.render;

/// The names of the pipeline's parameters.
public final class ParameterNames {
  public static final String DATA_URI = "DataUri";
  public static final String IMAGE_URI = "ImageUri";
  public static final String INSTANCE_TYPE = "ProcessingInstanceType";
  public static final String INSTANCE_COUNT = "ProcessingInstanceCount";
  public static final String MAX_FAILED_RATIO = "MaxFailedRatio";

  private ParameterNames() {}
}
