using System.Buffers;

namespace OpsBoard.Web.Intake;

/// <summary>The whole body of one request, in a rented array: whatever outlives the request must have been copied out of it.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstGuess = 64 * 1024;

    private byte[] _bytes;
    private int _length;

    private RequestBody(int expected) => _bytes = ArrayPool<byte>.Shared.Rent(expected);

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <exception cref="RequestRefusedException">413: the body is longer than a request may be; 400 or 408: it came broken or too slowly.</exception>
    public static async Task<RequestBody> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > IntakeLimits.MostBytes) throw TooLarge();
        var body = new RequestBody((int)(request.ContentLength ?? FirstGuess) + 1);
        try
        {
            while (await body.ReadSome(request.Body, cancellation))
            {
                if (body._length > IntakeLimits.MostBytes) throw TooLarge();
            }

            return body;
        }
        catch (BadHttpRequestException fault)
        {
            body.Dispose();
            throw new RequestRefusedException(fault.StatusCode, "The body could not be received.");
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private async Task<bool> ReadSome(Stream stream, CancellationToken cancellation)
    {
        if (_length == _bytes.Length) Grow();
        var count = await stream.ReadAsync(_bytes.AsMemory(_length), cancellation);
        _length += count;
        return count > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    private static RequestRefusedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"A request holds at most {IntakeLimits.MostBytes} bytes: send fewer items at once.");
}
