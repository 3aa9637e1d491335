package dev.shardline.crash;

import dev.shardline.data.DataKind;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import java.nio.charset.StandardCharsets;

/// Makes a tensor of a sample's bytes.
record TextStep() implements SourceStep, MapStep {
  /// A text that ends in quarantine.
  static final String UNUSABLE = "unusable";

  @Override
  public String name() {
    return "text";
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.BYTES, DataKind.TENSOR);
  }

  @Override
  public int headBytes() {
    return 1;
  }

  @Override
  public Footprint predict(SourceHead head) {
    return Footprint.ofSameSize(head.bytes());
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    byte[] bytes = ((SourceBytes) item.data()).first().bytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.equals(UNUSABLE)) {
      throw new MalformedDataException(Reason.MALFORMED, "text", "a usable one", text);
    }
    return item.withData(Tensor.of(ElementType.UINT8, new int[] {bytes.length}, bytes));
  }
}
