package dev.shardline.benchmark.worker;

import dev.shardline.data.DataKind;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;

/// A sample's bytes as a tensor: a recipe that costs nothing.
record BytesStep() implements SourceStep, MapStep {
  @Override
  public String name() {
    return "bytes";
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.BYTES, DataKind.TENSOR);
  }

  @Override
  public int headBytes() {
    return 0;
  }

  @Override
  public Footprint predict(SourceHead head) {
    return Footprint.ofSameSize(head.bytes());
  }

  @Override
  public Item map(Item item) {
    byte[] bytes = ((SourceBytes) item.data()).first().bytes();
    return item.withData(Tensor.of(ElementType.UINT8, new int[] {bytes.length}, bytes));
  }
}
