package dev.shardline.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// [Traces] in float32 whose signal channels lie side by side in blocks, as kernels that work on
/// sixteen signals at once leave them for the next such kernel.
///
/// What a kernel gives is computed when it is read: by who takes a block at a time and keeps
/// nothing of it ([#read]) in room that is used again, by all others once, for good. What it is
/// computed of is let go then.
public final class LaneTraces implements PackedTraces {
  /// Computes blocks.
  @FunctionalInterface
  public interface Source {
    /// Fills all of block `index`, which may hold anything.
    void fill(int index, LaneBlock block);
  }

  private final int channels;
  private final int timePoints;
  private List<LaneBlock> blocks = List.of();
  private @Nullable Source source;
  private int read;

  private LaneTraces(int channels, int timePoints) {
    this.channels = channels;
    this.timePoints = timePoints;
  }

  /// @param blocks equally long, at least one; all but the last hold [LaneBlock#MOST] signals
  /// @throws IllegalArgumentException if they do not
  public LaneTraces(List<LaneBlock> blocks) {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("Traces in lanes have at least one block");
    }
    this(
        (blocks.size() - 1) * LaneBlock.MOST + blocks.getLast().signals(),
        blocks.getFirst().timePoints());
    this.blocks = List.copyOf(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      boolean full = i == blocks.size() - 1 || blocks.get(i).signals() == LaneBlock.MOST;
      if (!full || blocks.get(i).timePoints() != timePoints) {
        throw new IllegalArgumentException("Blocks need one length and sixteen signals each");
      }
    }
  }

  /// Traces that are computed when they are read, perhaps on another thread, and by one at a time.
  ///
  /// @param channels at least one
  public static LaneTraces computed(int channels, int timePoints, Source source) {
    LaneTraces traces = new LaneTraces(channels, timePoints);
    traces.source = source;
    return traces;
  }

  /// Block i holds the signal channels from `16 · i` on.
  public synchronized List<LaneBlock> blocks() {
    if (source != null) {
      List<LaneBlock> computed = new ArrayList<>();
      for (int i = 0; i < blockCount(); i++) {
        LaneBlock block = LaneBlock.ofSize(signals(i), timePoints);
        source.fill(i, block);
        computed.add(block);
      }
      blocks = List.copyOf(computed);
      source = null;
    }
    return blocks;
  }

  /// Hands block `index` to a reader that keeps nothing of it. What was read so and is read again
  /// is computed for good.
  public synchronized void read(int index, Consumer<LaneBlock> reader) {
    Source filled = source;
    if (filled == null || index < read) {
      reader.accept(blocks().get(index));
      return;
    }
    read = index + 1;
    BlockRoom.lend(
        signals(index),
        timePoints,
        block -> {
          filled.fill(index, block);
          reader.accept(block);
        });
  }

  /// Blocks that the signal channels take.
  public int blockCount() {
    return Math.ceilDiv(channels, LaneBlock.MOST);
  }

  private int signals(int index) {
    return Math.min(LaneBlock.MOST, channels - index * LaneBlock.MOST);
  }

  @Override
  public Float32Traces unpacked() {
    float[][] rows = new float[channels()][];
    for (int i = 0; i < blockCount(); i++) {
      blocks().get(i).unpack(rows, i * LaneBlock.MOST);
    }
    return new Float32Traces(rows);
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public int timePoints() {
    return timePoints;
  }

  @Override
  public float[] floats(int channel) {
    Objects.checkIndex(channel, channels());
    return blocks().get(channel / LaneBlock.MOST).signal(channel % LaneBlock.MOST);
  }

  @Override
  public LaneTraces columns(int start, int stop) {
    Objects.checkFromToIndex(start, stop, timePoints);
    return new LaneTraces(blocks().stream().map(block -> block.columns(start, stop)).toList());
  }
}
