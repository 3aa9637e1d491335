package dev.shardline.recipe.image;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.image.Image;
import dev.shardline.image.geometry.ChannelPlanes;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.StepFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The array that a shard holds, of the picture and of its companions. One channel gives two axes.
///
/// @param layout where the channel axis goes
record ImageToTensor(Layout layout) implements MapStep {
  /// The order of axes for pictures of several channels.
  enum Layout {
    /// Height, width, channel: TensorFlow, NumPy, Pillow.
    CHANNELS_LAST,
    /// Channel, height, width: PyTorch.
    CHANNELS_FIRST
  }

  private static final String NAME = "image-to-tensor";

  private static final Parameter<Layout> LAYOUT =
      Parameter.of(
          "layout",
          ParameterType.choice(Layout.class),
          Layout.CHANNELS_LAST,
          "where colours go; a grey picture has two axes in either");

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "makes the array that shards hold, in the picture's own type",
          List.of(LAYOUT),
          arguments -> new ImageToTensor(arguments.value(LAYOUT)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.IMAGE, DataKind.TENSOR);
  }

  @Override
  public Item map(Item item) {
    Map<String, Payload> companions = new LinkedHashMap<>(item.companions());
    companions.replaceAll(
        (name, payload) -> payload instanceof Image image ? tensor(image) : payload);
    return item.withData(tensor(ImageStep.picture(item))).withCompanions(companions);
  }

  private Tensor tensor(Image image) {
    return switch (layout) {
      case CHANNELS_LAST -> image.toTensor();
      case CHANNELS_FIRST -> ChannelPlanes.tensor(image);
    };
  }
}
