package dev.shardline.model;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.VoxelType;
import java.util.EnumMap;
import java.util.Map;

/// A network as a step. Pictures go in as (1, channels, rows, columns); volumes as slices (batch,
/// 1, y, x) along their z axis or whole as (1, 1, z, y, x), float32 as they are: normalise before.
///
/// @param threshold for a mask from one channel
record ApplyModel(ModelFile file, Takes takes, Gives gives, int batch, double threshold)
    implements MapStep {
  static final String NAME = "apply-model";

  /// What of a volume goes in at once.
  enum Takes {
    SLICES,
    VOLUME
  }

  /// What the output is.
  enum Gives {
    /// A class for every voxel or pixel: becomes the companion `mask`.
    MASK,
    /// A new value for every voxel or pixel: becomes the data.
    DATA,
    /// Features: become the tensor to be written; of slices one row each.
    EMBEDDING
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    if (gives != Gives.EMBEDDING) {
      return Signature.keeping(DataKind.VOLUME, DataKind.IMAGE);
    }
    Map<DataKind, DataKind> tensors = new EnumMap<>(DataKind.class);
    tensors.put(DataKind.VOLUME, DataKind.TENSOR);
    tensors.put(DataKind.IMAGE, DataKind.TENSOR);
    return new Signature(tensors, Signature.Multiplicity.ONE);
  }

  /// The input, the output and the engine's copies of both; what the network works with besides is
  /// not known here.
  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, 2 * dataBytes, 3 * dataBytes);
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Payload data = item.data();
    ModelOutput output = data instanceof Volume volume ? run(volume) : run((Image) data);
    return switch (gives) {
      case MASK ->
          item.withCompanion(Item.MASK, likeInput(data, output.classes(threshold), output));
      case DATA -> item.withData(likeInput(data, output.values(), output));
      case EMBEDDING -> item.withData(embedding(output));
    };
  }

  private ModelOutput run(Volume volume) throws MalformedDataException {
    if (volume.shape().isTimeSeries()) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "time axis", "a 3-D volume", volume.shape().toString());
    }
    int x = volume.shape().x();
    int y = volume.shape().y();
    int z = volume.shape().z();
    return switch (takes) {
      case VOLUME -> file.model().run(volume.toArray(), 1, 1, z, y, x);
      case SLICES -> new SliceBatches(file.model(), batch).run(volume.toArray(), z, y, x);
    };
  }

  private ModelOutput run(Image image) {
    int pixels = image.shape().pixels();
    float[] planes = new float[image.shape().values()];
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        for (int channel = 0; channel < image.channels(); channel++) {
          planes[channel * pixels + row * image.width() + column] =
              (float) image.at(row, column, channel);
        }
      }
    }
    return file.model().run(planes, 1, image.channels(), image.height(), image.width());
  }

  private static Payload likeInput(Payload data, float[] values, ModelOutput output)
      throws MalformedDataException {
    if (data instanceof Volume volume && values.length == volume.shape().voxels()) {
      VoxelLayout layout = VoxelLayout.xFastest(volume.shape());
      return volume.withVoxels(new FloatVoxels(values), layout, volume.affine(), VoxelType.FLOAT32);
    }
    if (data instanceof Image image && values.length == image.shape().pixels()) {
      return Float32Image.of(ImageShape.grey(image.height(), image.width()), values);
    }
    throw new MalformedDataException(
        Reason.STEP_FAILED,
        NAME,
        "one value for each voxel or pixel; for anything else use gives: embedding",
        "an output of shape " + output);
  }

  private static Tensor embedding(ModelOutput output) {
    int[] shape = output.shape();
    if (shape.length > 0 && shape[0] == 1) {
      return Tensor.ofFloats(output.values(), output.values().length);
    }
    int rows = shape.length == 0 ? 1 : shape[0];
    return Tensor.ofFloats(output.values(), rows, output.values().length / Math.max(1, rows));
  }
}
