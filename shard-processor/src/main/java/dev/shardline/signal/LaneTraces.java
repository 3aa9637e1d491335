package dev.shardline.signal;

import java.util.List;
import java.util.Objects;

/// [Traces] in float32 whose signal channels lie side by side in blocks, as kernels that work on
/// sixteen signals at once leave them for the next such kernel.
public final class LaneTraces implements PackedTraces {
  private final List<LaneBlock> blocks;

  /// @param blocks equally long, at least one; all but the last hold [LaneBlock#MOST] signals
  /// @throws IllegalArgumentException if they do not
  public LaneTraces(List<LaneBlock> blocks) {
    this.blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("Traces in lanes have at least one block");
    }
    int timePoints = blocks.getFirst().timePoints();
    for (int i = 0; i < blocks.size(); i++) {
      boolean full = i == blocks.size() - 1 || blocks.get(i).signals() == LaneBlock.MOST;
      if (!full || blocks.get(i).timePoints() != timePoints) {
        throw new IllegalArgumentException("Blocks need one length and sixteen signals each");
      }
    }
  }

  /// Block i holds the signal channels from `16 · i` on.
  public List<LaneBlock> blocks() {
    return blocks;
  }

  @Override
  public Float32Traces unpacked() {
    float[][] rows = new float[channels()][];
    for (int i = 0; i < blocks.size(); i++) {
      blocks.get(i).unpack(rows, i * LaneBlock.MOST);
    }
    return new Float32Traces(rows);
  }

  @Override
  public int channels() {
    return (blocks.size() - 1) * LaneBlock.MOST + blocks.getLast().signals();
  }

  @Override
  public int timePoints() {
    return blocks.getFirst().timePoints();
  }

  @Override
  public float[] floats(int channel) {
    Objects.checkIndex(channel, channels());
    return blocks.get(channel / LaneBlock.MOST).signal(channel % LaneBlock.MOST);
  }

  @Override
  public LaneTraces columns(int start, int stop) {
    return new LaneTraces(blocks.stream().map(block -> block.columns(start, stop)).toList());
  }
}
