using Kaohe.Storage.Lane;

namespace Kaohe.Storage.Tests.Lane;

public sealed class SharedFlushTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_answer_nobody_before_a_flush_that_began_after_they_asked()
    {
        var (count, disk) = (0, new SemaphoreSlim(0));
        var flush = new SharedFlush(() =>
        {
            Interlocked.Increment(ref count);
            disk.Wait(Cancel);
        });

        var first = flush.FlushAsync(isHere: false);
        SpinWait.SpinUntil(() => Volatile.Read(ref count) == 1, TimeSpan.FromSeconds(30));
        Task[] later = [flush.FlushAsync(isHere: true), flush.FlushAsync(isHere: false), flush.FlushAsync(isHere: true)];
        disk.Release();
        await first.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.DoesNotContain(later, one => one.IsCompleted);

        disk.Release();
        await Task.WhenAll(later).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal(2, count);
    }

    [Fact]
    public async Task Should_flush_on_the_callers_own_thread_when_nobody_else_does()
    {
        var thread = 0;
        var flush = new SharedFlush(() => thread = Environment.CurrentManagedThreadId);

        var asked = Environment.CurrentManagedThreadId;
        var done = flush.FlushAsync(isHere: true);

        Assert.True(done.IsCompletedSuccessfully);
        Assert.Equal(asked, thread);
        await done;
    }

    [Fact]
    public async Task Should_tell_everybody_who_waited_that_the_disk_failed_and_try_again_for_the_next()
    {
        var fails = true;
        var flush = new SharedFlush(() =>
        {
            if (fails)
            {
                throw new IOException("full");
            }
        });

        await Assert.ThrowsAsync<IOException>(() => flush.FlushAsync(isHere: true));
        await Assert.ThrowsAsync<IOException>(() => flush.FlushAsync(isHere: false));
        fails = false;
        await flush.FlushAsync(isHere: true);
    }

    [Fact]
    public async Task Should_close_in_peace_when_the_disk_has_failed_and_tell_whoever_asks_afterwards()
    {
        var flush = new SharedFlush(() => throw new IOException("gone"));

        await flush.DisposeAsync();

        await Assert.ThrowsAsync<IOException>(() => flush.FlushAsync(isHere: true));
    }

    [Fact]
    public async Task Should_flush_once_more_when_it_is_disposed_and_share_that_with_whoever_asks_afterwards()
    {
        var count = 0;
        var flush = new SharedFlush(() => Interlocked.Increment(ref count));

        await flush.DisposeAsync();
        await flush.FlushAsync(isHere: true);

        Assert.Equal(1, count);
    }
}
