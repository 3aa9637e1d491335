package dev.shardline.recipe.image;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import java.util.LinkedHashMap;
import java.util.Map;

/// A step that makes a picture of a picture.
interface ImageStep extends MapStep {
  /// The new picture.
  ///
  /// @throws MalformedDataException if the picture cannot be used
  Image apply(Image image) throws MalformedDataException;

  @Override
  default Item map(Item item) throws MalformedDataException {
    return item.withData(apply(picture(item)));
  }

  @Override
  default Signature signature() {
    return Signature.keeping(DataKind.IMAGE);
  }

  /// The picture that the recipe's check made sure of.
  static Image picture(Item item) {
    return (Image) item.data();
  }

  /// What becomes of one companion picture.
  interface CompanionChange {
    Image change(Image companion);
  }

  /// The item with every companion picture changed in the same way; other companions stay.
  static Item withCompanions(Item item, CompanionChange change) {
    Map<String, Payload> changed = new LinkedHashMap<>(item.companions());
    changed.replaceAll(
        (name, payload) -> payload instanceof Image image ? change.change(image) : payload);
    return item.withCompanions(changed);
  }
}
