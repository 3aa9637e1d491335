package dev.shardline.flow;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory outside the heap that was lent for an object's bytes. Whoever reads it once it was given
/// back is told so ([IllegalStateException]), and never sees what another object left there.
///
/// @param owner takes it back
/// @param whole begins with a page; may be larger than the object
/// @param loan ends when it is given back
/// @param memory the object's part of it, for as long as it is lent
public record ObjectRoom(ObjectRooms owner, Block whole, Arena loan, MemorySegment memory)
    implements AutoCloseable {
  /// Memory that is lent again and again.
  public record Block(Arena arena, MemorySegment memory) {
    private static final long PAGE = 1 << 12;

    static Block of(long bytes) {
      Arena arena = Arena.ofShared();
      return new Block(arena, arena.allocate(bytes, PAGE));
    }

    long bytes() {
      return memory.byteSize();
    }

    void free() {
      arena.close();
    }
  }

  @SuppressWarnings("restricted") // the same memory with the loan's end instead of the block's
  static ObjectRoom within(Block block, long bytes, ObjectRooms owner) {
    Arena loan = Arena.ofShared();
    MemorySegment memory = block.memory().asSlice(0, bytes).reinterpret(loan, null);
    return new ObjectRoom(owner, block, loan, memory);
  }

  /// Gives it back; at most once. What a request still reads into that nobody waits for any more is
  /// never lent again.
  @Override
  public void close() {
    try {
      loan.close();
    } catch (IllegalStateException _) {
      return;
    }
    owner.giveBack(whole);
  }
}
